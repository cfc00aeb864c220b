-- Ids that several articles bear.
select id, count(*) as articles, min(document) as first_article
from documents
where row > 0
group by id
having count(*) > 1
order by articles desc, id
