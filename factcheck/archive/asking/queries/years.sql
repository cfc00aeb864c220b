-- Every year of publication: its articles, and how many of a thousand have an error.
select
    coalesce(cast(year(published) as varchar), '') as published,
    count(*) as articles,
    sum(claims) as claims,
    sum(errors) as errors,
    sum(warnings) as warnings,
    round(1000.0 * count(*) filter (errors > 0) / count(*), 1) as in_thousand
from documents
where status <> 'unread'
group by 1
order by 1
