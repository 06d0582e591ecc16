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
