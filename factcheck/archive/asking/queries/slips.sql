-- The same slip in several articles: the same wrong value said of the same fact, or the same wrong words.
select
    any_value(rule) as rule,
    first(quote order by published nulls last, document, finding) as quote,
    first(expected order by published nulls last, document, finding) as expected,
    min(subject_name) as subject,
    min(period) as period,
    count(distinct document) as articles,
    count(distinct outlet) as outlets,
    min(published) as first_day,
    max(published) as last_day,
    slip
from printed
group by slip
having count(distinct document) > 1
order by articles desc, slip
