/**
 * Flows, volumes, diameters and pressures of water tags. A flow or a volume without unit stays unknown:
 * mappers mean litres a minute, cubic metres an hour or litres a second, and the number alone does not say which.
 */
const number = String.raw`(\d+(?:[.,]\d+)?)`;

export function parseFlowLps(text: string): number | null {
  const match = new RegExp(String.raw`^${number}\s*(l/s|l/min|lpm|m3/h|m³/h|m\^3/h|gpm)$`, "i").exec(
    text.trim(),
  );
  if (!match) return null;
  const value = toNumber(match[1]!);
  const unit = match[2]!.toLowerCase();
  if (unit === "l/s") return value;
  if (unit === "gpm") return (value * 3.785411784) / 60;
  return unit.startsWith("m") ? value / 3.6 : value / 60;
}

export function parseVolumeM3(text: string): number | null {
  const match = new RegExp(String.raw`^${number}\s*(m3|m³|m\^3|l|litres?|liters?)$`, "i").exec(text.trim());
  // `fire_hydrant:count` is used for volumes and for plain counts; a count is no fault.
  if (!match) return null;
  const value = toNumber(match[1]!);
  return match[2]!.toLowerCase().startsWith("m") ? value : value / 1000;
}

/** Millimetres; a few mappers write the unit. */
export function parseDiameterMm(text: string): number | null {
  const match = new RegExp(String.raw`^(?:dn\s*)?${number}\s*(mm|cm)?$`, "i").exec(text.trim());
  if (!match) return null;
  const value = toNumber(match[1]!) * (match[2]?.toLowerCase() === "cm" ? 10 : 1);
  return value > 0 ? value : null;
}

/** Bar; `suction` and `yes` are words with a meaning, but no figure. */
export function parsePressureBar(text: string): number | null | "words" {
  const trimmed = text.trim().toLowerCase();
  if (["suction", "yes", "no", "unknown"].includes(trimmed)) return "words";
  const match = new RegExp(String.raw`^${number}\s*(bar|psi|kpa|mpa)?$`).exec(trimmed);
  if (!match) return null;
  const barPerUnit: Readonly<Record<string, number>> = { bar: 1, psi: 0.0689476, kpa: 0.01, mpa: 10 };
  return toNumber(match[1]!) * (barPerUnit[match[2] ?? "bar"] ?? 1);
}

const toNumber = (text: string): number => Number(text.replace(",", "."));
