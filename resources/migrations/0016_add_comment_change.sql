-- The last change of a comment is asked for at each reading of the comments' page. Most ratings have none.

CREATE INDEX rating_comment_by_change ON rating (changed_seq) WHERE state IS NOT NULL;
