-- Why articles could not be checked.
select reason, count(*) as articles, min(document) as first_article
from documents
where reason <> ''
group by reason
order by articles desc, reason
