/** Roads as tiles: one feature per edge of the network, with the seconds at its middle. */
import type { CoverageResult } from "@firecover/coverage";
import type { LonLat } from "@firecover/domain";
import { directions, engineAccesses, type RoadNetwork, roadClasses } from "@firecover/road-network";
import type { LineString } from "geojson";
import { arrivalSeconds } from "./answer-properties.ts";
import type { MapLayer } from "./map-layer.ts";
import { firstZoomOfClass } from "./road-zooms.ts";
import { createTileIndex, indexOnce, type TileIndex, type TileProperties } from "./tile-index.ts";

/** `edgeMillis` null = no run was computed on this very network. */
export function roadsLayer(network: RoadNetwork, edgeMillis: CoverageResult["edgeMillis"] | null): MapLayer {
  return {
    index: indexOnce(network, () => edgeIndex(network)),
    propertiesAt: () => (edge) => {
      const way = network.edgeWay[edge]!;
      const properties: TileProperties = {
        id: network.wayId[way]!,
        edge,
        class: roadClasses[network.wayClass[way]!]!,
      };
      const name = network.wayName[way]!;
      const direction = directions[network.wayDirection[way]!]!;
      const access = engineAccesses[network.wayAccess[way]!]!;
      const width = network.wayWidthMetres[way]!;
      if (name !== null) properties["name"] = name;
      if (direction !== "both") properties["oneway"] = direction === "forward" ? 1 : -1;
      if (access !== "yes") properties["access"] = access;
      if (!Number.isNaN(width)) properties["width"] = width;
      if (!edgeMillis) return properties;
      const certain = arrivalSeconds(edgeMillis.certain[edge]!);
      const possible = arrivalSeconds(edgeMillis.possible[edge]!);
      if (certain !== null) properties["seconds_certain"] = certain;
      if (possible !== null) properties["seconds_possible"] = possible;
      return properties;
    },
  };
}

function edgeIndex(network: RoadNetwork): TileIndex {
  const lines = Array.from({ length: network.edgeCount }, (_, edge) => edgeLine(network, edge));
  return createTileIndex(lines, (edge) => firstZoomOfClass[network.wayClass[network.edgeWay[edge]!]!]!);
}

function edgeLine({ edgeFirstPoint, pointLon, pointLat }: RoadNetwork, edge: number): LineString {
  const coordinates: LonLat[] = [];
  for (let p = edgeFirstPoint[edge]!; p < edgeFirstPoint[edge + 1]!; p++) {
    coordinates.push([pointLon[p]!, pointLat[p]!]);
  }
  return { type: "LineString", coordinates };
}
