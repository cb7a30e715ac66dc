/** Vietnamese words of works chosen together under one budget; loaded with that analysis. */
import type { mixedWorksEn } from "./mixed-works.en.ts";

export const mixedWorksVi: Record<keyof typeof mixedWorksEn, string> = {
  "mixedWorks.budget": "Ngân sách",
  "mixedWorks.budgetUnit": "tỷ đồng",
  "mixedWorks.aim": "Ưu tiên",
  "mixedWorks.aim.people": "người dân",
  "mixedWorks.aim.risk": "cơ sở, theo mức nguy hiểm cháy",
  "mixedWorks.aim.people-and-risk": "người dân và cơ sở",
  "mixedWorks.compute": "Chọn việc",
  "mixedWorks.sentence":
    "Với {budget}: {count} việc, {cost}, giúp {people} người và {premises} cơ sở hết khoảng trống, trong {peopleGap} người và {premisesGap} cơ sở đang có khoảng trống.",
  "mixedWorks.optimal": "Đã chứng minh tối ưu",
  "mixedWorks.gap": "kém tối đa {gap}",
  "mixedWorks.kinds": "Theo loại việc",
  "mixedWorks.curve": "Ngân sách khác được bao nhiêu",
  "mixedWorks.curve.budget": "Ngân sách",
  "mixedWorks.curve.people": "Người hết khoảng trống",
  "mixedWorks.curve.premises": "Cơ sở hết khoảng trống",
  "mixedWorks.curve.proof": "Chứng minh",
  "mixedWorks.curve.optimal": "tối ưu",
  "mixedWorks.curve.gap": "kém tối đa {gap}",
  "mixedWorks.seen":
    "Lần tính lại thể hiện ít nhất {people} người và {premises} cơ sở trong số đó: phép tính chưa thể hiện điểm chữa cháy công cộng, xe mini và chỗ quay xe.",
  "mixedWorks.noCure": "Không việc nào trong số đã xét giúp được {people} người và {premises} cơ sở.",
  "mixedWorks.assumptions": "Đơn giá và trọng số nguy hiểm là giả định quy hoạch.",
  "mixedWorks.takeAll": "Đưa tất cả vào phương án",
  "mixedWorks.taken": "Đã đưa tất cả vào phương án.",
  "mixedWorks.partlyTaken": "Đã đưa vào phương án; còn {count} việc thuộc loại mà phương án chưa ghi được.",
  "mixedWorks.causes": "Khắc phục",
  "mixedWorks.last": "Nhờ riêng",
  "mixedWorks.detail":
    "{cost}. {premises} cơ sở và {people} người bớt nguyên nhân: {causes}. Bỏ việc này, {premisesLast} cơ sở và {peopleLast} người lại có khoảng trống.",
  "mixedWorks.none": "Ngân sách không đủ cho việc nào.",
};
