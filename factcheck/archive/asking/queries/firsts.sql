-- Every outlet: how many slips that others have too it was the first to print.
with first_of as (
    select
        slip,
        first(outlet order by published nulls last, document) as outlet,
        count(distinct outlet) - 1 as outlets_after,
        count(distinct document) - 1 as articles_after
    from printed
    group by slip
    having count(distinct outlet) > 1
)

select outlet, count(*) as slips, sum(articles_after) as articles_after, max(outlets_after) as most_outlets
from first_of
group by outlet
order by slips desc, articles_after desc, outlet
