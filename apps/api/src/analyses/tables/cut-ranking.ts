/** Roads whose cut does most harm, as a table. */
import { type CutRanking, type RoadCut, roadClassLabels } from "@firecover/domain";
import { column, intervalColumns, locationColumns, type Table, tableOf } from "../table.ts";

export const cutRankingTable = ({ cuts }: CutRanking): Table =>
  tableOf<RoadCut>(cuts, [
    column("Hạng", ({ rank }) => rank),
    column("Mã đoạn", ({ id }) => id),
    column("Mã đường", ({ roadId }) => roadId),
    column("Tên đường", ({ name }) => name),
    column("Loại đường", ({ roadClass }) => roadClassLabels[roadClass].vi),
    column("Chiều dài (m)", ({ lengthMetres }) => lengthMetres),
    ...intervalColumns<RoadCut>("Người mất phủ", ({ peopleLost }) => peopleLost),
    ...intervalColumns<RoadCut>("Cơ sở mất phủ", ({ premisesLost }) => premisesLost),
    column("Đường độc đạo", ({ isOnlyWay }) => isOnlyWay),
    column("Chậm thêm nhiều nhất (giây)", ({ worstExtraSeconds }) => worstExtraSeconds),
    ...locationColumns<RoadCut>(({ location }) => location),
  ]);
