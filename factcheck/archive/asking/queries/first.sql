-- Who printed a slip first that several articles have. An article without a day is behind those that have one.
select
    first(quote order by published nulls last, document, finding) as quote,
    first(expected order by published nulls last, document, finding) as expected,
    min(subject_name) as subject,
    min(period) as period,
    first(outlet order by published nulls last, document) as first_outlet,
    min(published) as first_day,
    first(title order by published nulls last, document) as first_title,
    first(document order by published nulls last, document) as first_article,
    count(distinct document) - 1 as articles_after,
    count(distinct outlet) - 1 as outlets_after,
    slip
from printed
group by slip
having count(distinct document) > 1
order by articles_after desc, slip
