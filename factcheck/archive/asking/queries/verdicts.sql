-- What the reference says of the same claims, before and now.
with was as (
    select {key} as article, kind, field, start, "end", min(verdict) as verdict
    from old.claims join old.documents using (document)
    group by all
),

now as (
    select {key} as article, kind, field, start, "end", min(verdict) as verdict
    from new.claims join new.documents using (document)
    group by all
)

select coalesce(was.verdict, '') as verdict_before, coalesce(now.verdict, '') as verdict, count(*) as claims
from was full join now using (article, kind, field, start, "end")
where was.verdict is distinct from now.verdict
group by all
order by claims desc, verdict_before, verdict
