/** Measures as mappers write them: `3.5 m`, `3,5`, `12'6"`, `40 mph`, `7.5 t`; null where no number can be read. */

const kphPerMph = 1.609344;
const metresPerFoot = 0.3048;
const tonnesPerShortTon = 0.90718474;
const tonnesPerPound = 0.00045359237;

const number = String.raw`(\d+(?:[.,]\d+)?)`;
const speedPattern = new RegExp(String.raw`^${number}\s*(km/h|kmh|kph|mph)?$`, "i");
const lengthPattern = new RegExp(String.raw`^${number}\s*(m|metres?|meters?|cm|ft|feet|foot)?\.?$`, "i");
const feetAndInchesPattern = new RegExp(String.raw`^(\d+)\s*'\s*(?:${number}\s*(?:"|'')?)?$`);
const weightPattern = new RegExp(String.raw`^${number}\s*(t|tonnes?|tons?|kg|st|lbs?)?\.?$`, "i");

export function parseSpeedKph(text: string): number | null {
  const match = speedPattern.exec(text.trim());
  if (!match) return null;
  const value = toNumber(match[1]!);
  return positive(match[2]?.toLowerCase() === "mph" ? value * kphPerMph : value);
}

export function parseLengthMetres(text: string): number | null {
  const trimmed = text.trim();
  const feet = feetAndInchesPattern.exec(trimmed);
  if (feet) return positive((toNumber(feet[1]!) + (feet[2] ? toNumber(feet[2]) / 12 : 0)) * metresPerFoot);
  const match = lengthPattern.exec(trimmed);
  if (!match) return null;
  const value = toNumber(match[1]!);
  const unit = match[2]?.toLowerCase() ?? "m";
  if (unit === "cm") return positive(value / 100);
  return positive(unit.startsWith("f") ? value * metresPerFoot : value);
}

export function parseWeightTonnes(text: string): number | null {
  const match = weightPattern.exec(text.trim());
  if (!match) return null;
  const value = toNumber(match[1]!);
  const unit = match[2]?.toLowerCase() ?? "t";
  if (unit === "kg") return positive(value / 1000);
  if (unit === "st") return positive(value * tonnesPerShortTon);
  if (unit.startsWith("lb")) return positive(value * tonnesPerPound);
  return positive(value);
}

const toNumber = (text: string): number => Number(text.replace(",", "."));
const positive = (value: number): number | null => (value > 0 && Number.isFinite(value) ? value : null);
