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
  "reply" text,
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
  "at" timestamptz
);
CREATE INDEX IF NOT EXISTS "wechat_service_alerts_at" ON "wechat_service_alerts" ("at");

CREATE TABLE IF NOT EXISTS "wechat_sla_policies" (
  "key" text PRIMARY KEY,
  "tier" text,
  "channel" text,
  "label" text,
  "firstResponse" double precision,
  "nextResponse" double precision,
  "resolution" double precision
);

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
