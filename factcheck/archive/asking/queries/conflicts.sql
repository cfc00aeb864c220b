-- Facts that articles of this archive state differently, where the reference contradicts neither: a row a value.
with stated as (
    select
        pack, kind, measure, subject, subject_name, period, "group", scope, "of", condition, value,
        min(coalesce(low, number)) as low,
        max(coalesce(high, number)) as high,
        count(distinct document) as articles,
        count(distinct outlet) as outlets,
        first(document order by published nulls last, document) as first_article,
        min(document) as lowest, max(document) as highest,
        min(published) as first_day
    from claims join (select document, outlet, published from documents) using (document)
    where comparable
    group by all
),

differing as (
    select pack, kind, measure, subject, period, "group", scope, "of", condition
    from stated
    group by all
    having min(lowest) <> max(highest) and (max(low) > min(high) or (count(low) < count(*) and count(*) > 1))
)

select
    subject_name as subject, period, coalesce(nullif(measure, ''), kind) as measure, "group", condition, value, articles,
    outlets, first_day, first_article
from stated semi join differing using (pack, kind, measure, subject, period, "group", scope, "of", condition)
order by subject, period, measure, "group", scope, "of", condition, value
