-- What was remarked of articles that were checked.
select remark, count(*) as articles, min(document) as first_article
from documents
where remark <> ''
group by remark
order by articles desc, remark
