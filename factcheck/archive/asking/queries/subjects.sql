-- Whom the findings are about.
select
    subject_name as subject,
    pack,
    count(*) as findings,
    count(distinct document) as articles,
    count(distinct slip) as slips
from findings
where subject <> ''
group by subject_name, pack
order by findings desc, subject, pack
