/** Rules that came after standards were first stored: a stored standard without them is read as if it held these. */

const assumption = <T>(value: T) => ({
  value,
  basis: "planning-assumption" as const,
  clause: null as string | null,
});

/** Full speed by night, 0.7 from 7 to 9 and from 17 to 19, 0.85 in the hour before and after. */
const hourlySpeedFactors = Array.from({ length: 24 }, (_, hour) => {
  if ([7, 8, 17, 18].includes(hour)) return 0.7;
  return [6, 9, 16, 19].includes(hour) ? 0.85 : 1;
});

export const addedRules = {
  hourlySpeedFactors: assumption(hourlySpeedFactors),
  rainySeasonSpeedFactor: assumption(0.9),
  hydrantSpacingMetres: {
    value: 150,
    basis: "law" as const,
    clause: "QCVN 01:2021/BXD §2.10.5" as string | null,
  },
  tankerShuttle: assumption({
    setUpSeconds: 60,
    farthestDriveSeconds: 900,
    tankersWithinSeconds: 1800,
  }),
};
