CREATE TABLE IF NOT EXISTS "wechat_settings" (
  "key" text PRIMARY KEY,
  "value" text,
  "note" text
);

CREATE TABLE IF NOT EXISTS "wechat_contacts" (
  "key" text PRIMARY KEY,
  "openId" text,
  "isFollower" boolean,
  "subscribedAt" timestamptz,
  "scene" text,
  "tier" text,
  "segment" text,
  "lastAt" timestamptz,
  "tags" text,
  "remark" text,
  "groupName" text
);

CREATE TABLE IF NOT EXISTS "wechat_interactions" (
  "key" text PRIMARY KEY,
  "openId" text,
  "kind" text,
  "at" timestamptz,
  "text" text,
  "eventKey" text,
  "articleId" text,
  "bizmsgmenuid" text,
  "points" double precision,
  "auto" boolean
);
CREATE INDEX IF NOT EXISTS "wechat_interactions_openId_at" ON "wechat_interactions" ("openId", "at");
CREATE INDEX IF NOT EXISTS "wechat_interactions_at" ON "wechat_interactions" ("at");

CREATE TABLE IF NOT EXISTS "wechat_articles" (
  "key" text PRIMARY KEY,
  "msgDataId" text,
  "articleIndex" double precision,
  "title" text,
  "url" text,
  "publishedAt" timestamptz,
  "watchUntil" timestamptz,
  "source" text
);
CREATE INDEX IF NOT EXISTS "wechat_articles_watchUntil" ON "wechat_articles" ("watchUntil");

CREATE TABLE IF NOT EXISTS "wechat_comments" (
  "key" text PRIMARY KEY,
  "msgDataId" text,
  "articleIndex" double precision,
  "userCommentId" text,
  "articleTitle" text,
  "articleUrl" text,
  "content" text,
  "commentedAt" timestamptz,
  "tier" text,
  "sentiment" text,
  "confidence" double precision,
  "intent" text,
  "urgency" text,
  "status" text,
  "isOpen" boolean,
  "reason" text,
  "answer" text,
  "replyKind" text,
  "dueAt" timestamptz,
  "answerAfter" timestamptz,
  "claimedAt" timestamptz,
  "answeredAt" timestamptz,
  "answeredBy" text,
  "replyMinutes" double precision,
  "notice" text,
  "noticeAfter" timestamptz,
  "election" text,
  "electedAt" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_comments_commentedAt" ON "wechat_comments" ("commentedAt");
CREATE INDEX IF NOT EXISTS "wechat_comments_status_answerAfter" ON "wechat_comments" ("status", "answerAfter");
CREATE INDEX IF NOT EXISTS "wechat_comments_notice_noticeAfter" ON "wechat_comments" ("notice", "noticeAfter");
CREATE INDEX IF NOT EXISTS "wechat_comments_election" ON "wechat_comments" ("election");

CREATE TABLE IF NOT EXISTS "wechat_election_slots" (
  "key" text PRIMARY KEY,
  "day" text,
  "commentKey" text
);
CREATE INDEX IF NOT EXISTS "wechat_election_slots_day" ON "wechat_election_slots" ("day");

CREATE TABLE IF NOT EXISTS "wechat_service_events" (
  "key" text PRIMARY KEY,
  "caseId" text,
  "openId" text,
  "channel" text,
  "tier" text,
  "kind" text,
  "at" timestamptz,
  "sentAs" text,
  "text" text,
  "link" text
);
CREATE INDEX IF NOT EXISTS "wechat_service_events_at" ON "wechat_service_events" ("at");
CREATE INDEX IF NOT EXISTS "wechat_service_events_channel_kind_at" ON "wechat_service_events" ("channel", "kind", "at");

CREATE TABLE IF NOT EXISTS "wechat_service_alerts" (
  "key" text PRIMARY KEY,
  "caseId" text,
  "openId" text,
  "channel" text,
  "tier" text,
  "metric" text,
  "status" text,
  "startedAt" timestamptz,
  "dueAt" timestamptz,
  "endedAt" timestamptz,
  "limitedBy" text,
  "message" text,
  "at" timestamptz,
  "notice" text
);
CREATE INDEX IF NOT EXISTS "wechat_service_alerts_at" ON "wechat_service_alerts" ("at");
CREATE INDEX IF NOT EXISTS "wechat_service_alerts_notice" ON "wechat_service_alerts" ("notice");

CREATE TABLE IF NOT EXISTS "wechat_sla_policies" (
  "key" text PRIMARY KEY,
  "tier" text,
  "channel" text,
  "label" text,
  "firstResponse" double precision,
  "nextResponse" double precision,
  "resolution" double precision
);

CREATE TABLE IF NOT EXISTS "wechat_keywords" (
  "key" text PRIMARY KEY,
  "keyword" text,
  "level" text,
  "variants" text,
  "questions" text,
  "exclude" text,
  "priority" double precision,
  "reply" text,
  "replyMode" text,
  "replyType" text,
  "mediaId" text,
  "cooldownMinutes" double precision,
  "validFrom" text,
  "validTo" text,
  "enabled" boolean
);

CREATE TABLE IF NOT EXISTS "wechat_keyword_hits" (
  "key" text PRIMARY KEY,
  "openId" text,
  "at" timestamptz,
  "text" text,
  "status" text,
  "keywordId" text,
  "keyword" text,
  "level" text,
  "score" double precision,
  "why" text
);
CREATE INDEX IF NOT EXISTS "wechat_keyword_hits_openId_at" ON "wechat_keyword_hits" ("openId", "at");
CREATE INDEX IF NOT EXISTS "wechat_keyword_hits_at" ON "wechat_keyword_hits" ("at");

CREATE TABLE IF NOT EXISTS "wechat_unmatched" (
  "key" text PRIMARY KEY,
  "openId" text,
  "at" timestamptz,
  "text" text,
  "status" text,
  "offered" text,
  "chosen" text
);
CREATE INDEX IF NOT EXISTS "wechat_unmatched_status_at" ON "wechat_unmatched" ("status", "at");
CREATE INDEX IF NOT EXISTS "wechat_unmatched_openId_at" ON "wechat_unmatched" ("openId", "at");

CREATE TABLE IF NOT EXISTS "wechat_keyword_proposals" (
  "key" text PRIMARY KEY,
  "kind" text,
  "keywordId" text,
  "keyword" text,
  "level" text,
  "variants" text,
  "questions" text,
  "asked" double precision,
  "people" double precision,
  "similarTo" text,
  "detail" text,
  "status" text,
  "proposedAt" timestamptz,
  "decidedAt" timestamptz,
  "decidedBy" text
);
CREATE INDEX IF NOT EXISTS "wechat_keyword_proposals_status" ON "wechat_keyword_proposals" ("status");

CREATE TABLE IF NOT EXISTS "wechat_activities" (
  "key" text PRIMARY KEY,
  "kind" text,
  "name" text,
  "text" text,
  "startsAt" timestamptz,
  "endsAt" timestamptz,
  "rules" text,
  "isActive" boolean
);

CREATE TABLE IF NOT EXISTS "wechat_activity_rows" (
  "key" text PRIMARY KEY,
  "activityId" text,
  "openId" text,
  "type" text,
  "points" double precision,
  "data" text,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_activity_rows_openId_activityId" ON "wechat_activity_rows" ("openId", "activityId");
CREATE INDEX IF NOT EXISTS "wechat_activity_rows_activityId" ON "wechat_activity_rows" ("activityId");

CREATE TABLE IF NOT EXISTS "wechat_prizes" (
  "key" text PRIMARY KEY,
  "activityId" text,
  "tier" text,
  "minPoints" double precision,
  "name" text,
  "quantity" double precision,
  "valueFen" double precision
);

CREATE TABLE IF NOT EXISTS "wechat_tickets" (
  "key" text PRIMARY KEY,
  "activityId" text,
  "ticketNo" double precision,
  "prize" text,
  "state" text,
  "openId" text,
  "claimKey" text,
  "claimedAt" text,
  "version" double precision
);
CREATE INDEX IF NOT EXISTS "wechat_tickets_activityId" ON "wechat_tickets" ("activityId");

CREATE TABLE IF NOT EXISTS "wechat_quiz_questions" (
  "key" text PRIMARY KEY,
  "question" text,
  "options" text,
  "answer" text,
  "points" double precision,
  "explanation" text
);

CREATE TABLE IF NOT EXISTS "wechat_quiz_inbox" (
  "key" text PRIMARY KEY,
  "openId" text,
  "message" text,
  "at" timestamptz,
  "status" text,
  "answeredBy" text
);
CREATE INDEX IF NOT EXISTS "wechat_quiz_inbox_openId" ON "wechat_quiz_inbox" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_lottery_draws" (
  "key" text PRIMARY KEY,
  "activityKey" text,
  "name" text,
  "text" text,
  "status" text,
  "startsAt" timestamptz,
  "endsAt" timestamptz,
  "drawAt" timestamptz,
  "commitment" text,
  "closing" text,
  "closingDigest" text,
  "entries" text,
  "beacon" text,
  "findings" text,
  "proof" text,
  "entryCount" double precision,
  "drawnAt" timestamptz,
  "claimedAt" timestamptz,
  "claimedBy" text
);
CREATE INDEX IF NOT EXISTS "wechat_lottery_draws_status" ON "wechat_lottery_draws" ("status");

CREATE TABLE IF NOT EXISTS "wechat_lottery_secrets" (
  "key" text PRIMARY KEY,
  "activityId" text,
  "openId" text,
  "type" text,
  "points" double precision,
  "data" text,
  "at" timestamptz
);

CREATE TABLE IF NOT EXISTS "wechat_winners" (
  "key" text PRIMARY KEY,
  "activityId" text,
  "openId" text,
  "prize" text,
  "place" double precision,
  "entry" text,
  "status" text,
  "at" timestamptz,
  "notifiedAt" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_winners_openId" ON "wechat_winners" ("openId");
CREATE INDEX IF NOT EXISTS "wechat_winners_status" ON "wechat_winners" ("status");

CREATE TABLE IF NOT EXISTS "wechat_polls" (
  "key" text PRIMARY KEY,
  "question" text,
  "choices" text,
  "startsAt" timestamptz,
  "endsAt" timestamptz,
  "mode" text,
  "hidesResults" boolean,
  "isActive" boolean
);

CREATE TABLE IF NOT EXISTS "wechat_submissions" (
  "key" text PRIMARY KEY,
  "openId" text,
  "activityId" text,
  "at" timestamptz,
  "text" text,
  "warnings" text,
  "pictureUntil" timestamptz,
  "mediaId" text,
  "picUrl" text,
  "permanentMediaId" text,
  "permanentUrl" text,
  "reviewCode" text,
  "status" text,
  "judge" text,
  "scores" text,
  "score" double precision,
  "note" text,
  "reviewedAt" timestamptz,
  "points" double precision,
  "draftMediaId" text,
  "toldAt" timestamptz,
  "isSettled" boolean
);
CREATE INDEX IF NOT EXISTS "wechat_submissions_openId_at" ON "wechat_submissions" ("openId", "at");
CREATE INDEX IF NOT EXISTS "wechat_submissions_reviewCode" ON "wechat_submissions" ("reviewCode");

CREATE TABLE IF NOT EXISTS "wechat_groups" (
  "key" text PRIMARY KEY,
  "name" text,
  "scene" text,
  "capacity" double precision,
  "joined" double precision,
  "mediaId" text,
  "link" text,
  "expiresAt" timestamptz,
  "tag" text,
  "priority" double precision,
  "isActive" boolean,
  "ticket" text,
  "url" text
);

CREATE TABLE IF NOT EXISTS "wechat_group_members" (
  "key" text PRIMARY KEY,
  "openId" text,
  "groupKey" text,
  "groupName" text,
  "status" text,
  "choosing" text,
  "choosingAt" timestamptz,
  "at" timestamptz,
  "confirmedAt" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_group_members_status" ON "wechat_group_members" ("status");

CREATE TABLE IF NOT EXISTS "wechat_group_contents" (
  "key" text PRIMARY KEY,
  "layer" text,
  "sendOn" text,
  "text" text,
  "isActive" boolean
);

CREATE TABLE IF NOT EXISTS "wechat_group_sends" (
  "key" text PRIMARY KEY,
  "openId" text,
  "contentKey" text,
  "layer" text,
  "status" text,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_group_sends_openId" ON "wechat_group_sends" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_menus" (
  "key" text PRIMARY KEY,
  "name" text,
  "validFrom" text,
  "validTo" text,
  "priority" double precision,
  "tagName" text,
  "menu" text,
  "isActive" boolean,
  "note" text
);

CREATE TABLE IF NOT EXISTS "wechat_menu_versions" (
  "key" text PRIMARY KEY,
  "shownAt" timestamptz,
  "buttons" text,
  "replacedBy" text,
  "status" text,
  "menu" text
);
CREATE INDEX IF NOT EXISTS "wechat_menu_versions_shownAt" ON "wechat_menu_versions" ("shownAt");

CREATE TABLE IF NOT EXISTS "wechat_menu_replies" (
  "key" text PRIMARY KEY,
  "text" text,
  "isActive" boolean
);

CREATE TABLE IF NOT EXISTS "wechat_menu_reports" (
  "key" text PRIMARY KEY,
  "weekFrom" text,
  "eventKey" text,
  "kind" text,
  "name" text,
  "taps" double precision,
  "clickers" double precision,
  "tapShare" double precision
);

CREATE TABLE IF NOT EXISTS "wechat_segments" (
  "key" text PRIMARY KEY,
  "openId" text,
  "segment" text,
  "fineSegment" text,
  "recencyDays" double precision,
  "frequency" double precision,
  "monetary" double precision,
  "rScore" double precision,
  "fScore" double precision,
  "mScore" double precision,
  "rfm" text,
  "churnRisk" double precision,
  "pending" text,
  "pendingRuns" double precision,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_segments_segment" ON "wechat_segments" ("segment");

CREATE TABLE IF NOT EXISTS "wechat_segment_history" (
  "key" text PRIMARY KEY,
  "openId" text,
  "week" text,
  "fromSegment" text,
  "toSegment" text,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_segment_history_week" ON "wechat_segment_history" ("week");
CREATE INDEX IF NOT EXISTS "wechat_segment_history_openId" ON "wechat_segment_history" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_orders" (
  "key" text PRIMARY KEY,
  "openId" text,
  "amount" double precision,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_orders_at" ON "wechat_orders" ("at");
CREATE INDEX IF NOT EXISTS "wechat_orders_openId" ON "wechat_orders" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_campaigns" (
  "key" text PRIMARY KEY,
  "name" text,
  "isActive" boolean,
  "segments" text,
  "validFrom" text,
  "validTo" text,
  "holdOutPercent" double precision,
  "text" text,
  "couponSegments" text,
  "couponText" text,
  "noticeTemplateId" text,
  "noticeTitle" text,
  "noticeText" text,
  "noticeCouponText" text,
  "serviceTemplateId" text,
  "serviceTitle" text,
  "serviceText" text
);

CREATE TABLE IF NOT EXISTS "wechat_audience" (
  "key" text PRIMARY KEY,
  "campaign" text,
  "openId" text,
  "segment" text,
  "group" text,
  "channel" text,
  "reason" text,
  "at" timestamptz,
  "status" text,
  "templateId" text,
  "claimedAt" timestamptz,
  "sentAt" timestamptz,
  "coupon" text,
  "msgId" text,
  "result" text
);
CREATE INDEX IF NOT EXISTS "wechat_audience_campaign_status" ON "wechat_audience" ("campaign", "status");
CREATE INDEX IF NOT EXISTS "wechat_audience_status" ON "wechat_audience" ("status");
CREATE INDEX IF NOT EXISTS "wechat_audience_openId" ON "wechat_audience" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_coupons" (
  "key" text PRIMARY KEY,
  "campaign" text,
  "state" text,
  "openId" text,
  "claimedAt" timestamptz,
  "usedAt" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_coupons_campaign_state" ON "wechat_coupons" ("campaign", "state");
CREATE INDEX IF NOT EXISTS "wechat_coupons_openId_campaign" ON "wechat_coupons" ("openId", "campaign");

CREATE TABLE IF NOT EXISTS "wechat_consents" (
  "key" text PRIMARY KEY,
  "openId" text,
  "templateId" text,
  "status" text,
  "at" timestamptz,
  "usedFor" text,
  "result" text
);
CREATE INDEX IF NOT EXISTS "wechat_consents_openId_templateId_status" ON "wechat_consents" ("openId", "templateId", "status");

CREATE TABLE IF NOT EXISTS "wechat_campaign_results" (
  "key" text PRIMARY KEY,
  "campaign" text,
  "treated" double precision,
  "treatedReturned" double precision,
  "treatedShare" double precision,
  "holdOut" double precision,
  "holdOutReturned" double precision,
  "holdOutShare" double precision,
  "difference" double precision,
  "differenceLow" double precision,
  "differenceHigh" double precision,
  "lift" double precision,
  "pValue" double precision,
  "significant" boolean,
  "test" text,
  "waiting" double precision,
  "returnDays" double precision,
  "at" timestamptz
);

CREATE TABLE IF NOT EXISTS "wechat_statistics" (
  "key" text PRIMARY KEY,
  "figures" text,
  "ref_date" text,
  "user_source" text,
  "new_user" double precision,
  "cancel_user" double precision,
  "cumulate_user" double precision,
  "msg_type" text,
  "msg_user" double precision,
  "msg_count" double precision,
  "read_user" double precision,
  "share_user" double precision,
  "zaikan_user" double precision,
  "like_user" double precision,
  "comment_count" double precision,
  "collection_user" double precision,
  "msgid" text,
  "title" text,
  "stat_date" text,
  "read_avg_activetime" double precision
);
CREATE INDEX IF NOT EXISTS "wechat_statistics_ref_date" ON "wechat_statistics" ("ref_date");

CREATE TABLE IF NOT EXISTS "wechat_metrics" (
  "key" text PRIMARY KEY,
  "metric" text,
  "label" text,
  "layer" text,
  "unit" text,
  "period" text,
  "date" text,
  "from" text,
  "to" text,
  "value" double precision,
  "previous" double precision,
  "change" double precision,
  "target" double precision,
  "isTargetMet" boolean,
  "numerator" double precision,
  "denominator" double precision
);
CREATE INDEX IF NOT EXISTS "wechat_metrics_date" ON "wechat_metrics" ("date");

CREATE TABLE IF NOT EXISTS "wechat_metric_alerts" (
  "key" text PRIMARY KEY,
  "metric" text,
  "label" text,
  "date" text,
  "value" double precision,
  "expected" double precision,
  "z" double precision,
  "severity" text,
  "message" text,
  "status" text
);

CREATE TABLE IF NOT EXISTS "wechat_churn_warnings" (
  "key" text PRIMARY KEY,
  "openId" text,
  "date" text,
  "lastOn" text,
  "silentDays" double precision,
  "usualGapDays" double precision
);
CREATE INDEX IF NOT EXISTS "wechat_churn_warnings_date" ON "wechat_churn_warnings" ("date");

CREATE TABLE IF NOT EXISTS "wechat_contents" (
  "key" text PRIMARY KEY,
  "title" text,
  "category" text,
  "tags" text,
  "url" text,
  "picUrl" text,
  "publishedAt" text,
  "validFrom" text,
  "validTo" text,
  "popularity" double precision,
  "audience" text
);

CREATE TABLE IF NOT EXISTS "wechat_content_history" (
  "key" text PRIMARY KEY,
  "openId" text,
  "itemId" text,
  "kind" text,
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_content_history_at" ON "wechat_content_history" ("at");
CREATE INDEX IF NOT EXISTS "wechat_content_history_openId" ON "wechat_content_history" ("openId");

CREATE TABLE IF NOT EXISTS "wechat_assistant_questions" (
  "key" text PRIMARY KEY,
  "openId" text,
  "at" timestamptz,
  "question" text,
  "answer" text,
  "confidence" double precision,
  "status" text
);
CREATE INDEX IF NOT EXISTS "wechat_assistant_questions_openId_at" ON "wechat_assistant_questions" ("openId", "at");
CREATE INDEX IF NOT EXISTS "wechat_assistant_questions_status_at" ON "wechat_assistant_questions" ("status", "at");

CREATE TABLE IF NOT EXISTS "wechat_approvals" (
  "key" text PRIMARY KEY,
  "kind" text,
  "openId" text,
  "tag" text,
  "text" text,
  "requestedBy" text,
  "requestedAt" timestamptz,
  "status" text,
  "staffOpenId" text,
  "resumeUrl" text,
  "deadline" timestamptz,
  "decidedAt" timestamptz,
  "decidedBy" text,
  "note" text
);
CREATE INDEX IF NOT EXISTS "wechat_approvals_staffOpenId_status" ON "wechat_approvals" ("staffOpenId", "status");
