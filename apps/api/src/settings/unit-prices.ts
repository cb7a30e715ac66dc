/** What works cost in this province: the defaults until somebody sets other prices. */
import { type Database, findSetting, saveSetting, type Versioned } from "@firecover/database";
import { defaultUnitPrices, UnitPrices } from "@firecover/domain";

const key = "unit-prices";

/** Version 0 = the defaults. A kind of work that was priced after the province's own list bears its default. */
export async function readUnitPrices(db: Database["db"]): Promise<Versioned<UnitPrices>> {
  const stored = await findSetting(db, key);
  if (!stored) return { record: defaultUnitPrices, version: 0 };
  const own = stored.record as Partial<UnitPrices>;
  return { record: UnitPrices.parse({ ...defaultUnitPrices, ...own }), version: stored.version };
}

export async function writeUnitPrices(
  db: Database["db"],
  prices: UnitPrices,
  expectedVersion: number,
): Promise<Versioned<UnitPrices>> {
  return { record: prices, version: await saveSetting(db, key, prices, expectedVersion) };
}
