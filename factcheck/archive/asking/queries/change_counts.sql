-- How many places became wrong, right, or wrong in another way, by rule.
select became, rule, count(*) as findings, count(distinct article) as articles
from changes
group by became, rule
order by became desc, findings desc, rule
