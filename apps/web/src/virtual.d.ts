/** Modules that the build makes. */
declare module "virtual:viet-nam-outline" {
  /** Outer rings of the mainland and the coastal islands, longitude and latitude to two decimals. */
  export const vietNamRings: readonly (readonly (readonly [number, number])[])[];
}
