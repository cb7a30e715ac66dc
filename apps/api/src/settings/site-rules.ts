/** What a plot must fulfil in this province: the defaults until somebody sets other rules. */
import { type Database, findSetting, saveSetting, type Versioned } from "@firecover/database";
import { defaultSiteRules, SiteRules } from "@firecover/domain";

const key = "site-rules";

/** Version 0 = the defaults. A rule that came after the province's own list is as the defaults say. */
export async function readSiteRules(db: Database["db"]): Promise<Versioned<SiteRules>> {
  const stored = await findSetting(db, key);
  if (!stored) return { record: defaultSiteRules, version: 0 };
  const own = stored.record as Partial<SiteRules>;
  return { record: SiteRules.parse({ ...defaultSiteRules, ...own }), version: stored.version };
}

export async function writeSiteRules(
  db: Database["db"],
  rules: SiteRules,
  expectedVersion: number,
): Promise<Versioned<SiteRules>> {
  return { record: rules, version: await saveSetting(db, key, rules, expectedVersion) };
}
