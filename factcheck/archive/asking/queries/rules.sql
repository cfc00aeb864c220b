-- Which rules speak, how often, in how many articles, of how many different slips.
select rule, severity, count(*) as findings, count(distinct document) as articles, count(distinct slip) as slips
from findings
group by rule, severity
order by findings desc, rule, severity
