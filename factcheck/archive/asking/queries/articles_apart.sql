-- Articles that only one of the two runs has.
select case when was.article is null then 'new' else 'old' end as only_in, count(*) as articles,
    min(coalesce(was.article, now.article)) as first_article
from (select distinct {key} as article from old.documents) as was
full join (select distinct {key} as article from new.documents) as now using (article)
where was.article is null or now.article is null
group by all
order by only_in
