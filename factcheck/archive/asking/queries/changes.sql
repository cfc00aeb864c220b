-- What became wrong, right, or wrong in another way, at the same place of the same article.
with was as (
    select {key} as article, field, start, "end", list(distinct rule || ' ' || expected order by rule || ' ' || expected) as told,
        min(rule) as rule, min(quote) as quote, min(expected) as expected, min(subject_name) as subject, min(period) as period
    from old.findings join old.documents using (document)
    group by all
),

now as (
    select {key} as article, field, start, "end", list(distinct rule || ' ' || expected order by rule || ' ' || expected) as told,
        min(rule) as rule, min(quote) as quote, min(expected) as expected, min(subject_name) as subject, min(period) as period
    from new.findings join new.documents using (document)
    group by all
)

select
    case when was.told is null then 'wrong' when now.told is null then 'right' else 'otherwise' end as became,
    coalesce(now.rule, was.rule) as rule,
    coalesce(now.quote, was.quote) as quote,
    was.expected as expected_before,
    now.expected as expected,
    coalesce(now.subject, was.subject) as subject,
    coalesce(now.period, was.period) as period,
    article
from was full join now using (article, field, start, "end")
where was.told is distinct from now.told
order by became desc, rule, article, start
