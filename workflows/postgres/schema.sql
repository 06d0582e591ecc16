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
