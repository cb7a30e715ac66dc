/** A border as drawn: kept, mended where only one surface can be meant, refused where it cannot. */
import type { Label } from "@firecover/domain";
import { beyondDegrees, type PlaceFault } from "../geometry/beyond-degrees.ts";
import { repairPolygons } from "../geometry/repair.ts";
import { boxOf, type MultiPolygon, multiPolygonAreaM2, type Ring } from "../geometry/rings.ts";
import { text } from "../issues.ts";

interface Border {
  border: MultiPolygon | null;
  fault: PlaceFault | null;
  /** What was mended. */
  remark: Label | null;
}

/** Slivers along real borders are below it; a bow-tie or a hole elsewhere is far above. */
const mendableShare = 0.01;

/** What lies within the border, and how far it can span: a slip of one corner reaches across half the world. */
interface Bordered {
  readonly name: Label;
  readonly widestDegrees: number;
}

/** Its box would hide every place that lies far off. */
const commune: Bordered = { name: text("một xã", "commune"), widestDegrees: 5 };

export function borderOf(drawn: MultiPolygon | null, { name, widestDegrees }: Bordered = commune): Border {
  if (!drawn) return refused("Không có ranh giới dạng vùng.", "It has no border as a polygon.");
  const fault = beyondDegrees(drawn.flat(2));
  if (fault) return { border: null, fault, remark: null };
  const [west, south, east, north] = boxOf(drawn.flat(2));
  if (east - west > widestDegrees || north - south > widestDegrees) {
    return refused(
      `Ranh giới rộng hơn ${widestDegrees} độ: không thể là ${name.vi}.`,
      `The border spans more than ${widestDegrees} degrees: that is no ${name.en}.`,
    );
  }
  const repaired = repairPolygons(drawn);
  if (!repaired) return refused("Ranh giới không thành vùng.", "The border encloses no surface.");
  const border = repaired.polygons;
  if (repaired.fault === null) {
    const isOpen = drawn.flat().some(hasOpenEnds);
    return { border, fault: null, remark: isOpen ? closedRing : null };
  }
  const [before, after] = [multiPolygonAreaM2(drawn), multiPolygonAreaM2(border)];
  if (Math.abs(before - after) <= mendableShare * after) return { border, fault: null, remark: mended };
  const km2 = (area: number) => (area / 1e6).toFixed(2);
  return refused(
    `Ranh giới tự cắt nhau: ${km2(before)} km² theo nét vẽ, ${km2(after)} km² nếu tách ở chỗ cắt; không thể sửa chắc chắn.`,
    `The border crosses itself: ${km2(before)} km² as drawn, ${km2(after)} km² if parted at the crossing; it cannot be mended with certainty.`,
    text("Vẽ lại ranh giới ở chỗ tự cắt.", "Draw the border again where it crosses itself."),
  );
}

function hasOpenEnds(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]);
}

const mended = text(
  "Ranh giới tự cắt nhau ở chỗ nhỏ; đã sửa.",
  "The border crosses or overlaps itself in a small place; repaired.",
);
const closedRing = text(
  "Vòng ranh giới chưa khép kín; đã nối điểm cuối về điểm đầu.",
  "A ring of the border was not closed; its end was joined to its start.",
);

const refused = (vi: string, en: string, suggestion: Label | null = null): Border => ({
  border: null,
  fault: { code: "invalid-geometry", reason: text(vi, en), suggestion },
  remark: null,
});
