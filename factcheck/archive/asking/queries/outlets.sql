-- Every outlet: its articles, and how many of a thousand have an error.
select
    outlet,
    count(*) as articles,
    sum(claims) as claims,
    sum(errors) as errors,
    sum(warnings) as warnings,
    round(1000.0 * count(*) filter (errors > 0) / count(*), 1) as in_thousand
from documents
where status <> 'unread'
group by outlet
order by errors desc, articles desc, outlet
