/** How many rows the filter leaves, and for premises how many of them are overdue. */
import { useQuery } from "@tanstack/react-query";
import { listRecords } from "../api/records.ts";
import { useText } from "../i18n/use-text.ts";
import type { Register } from "./register.ts";
import type { RegistersAddress } from "./use-registers-address.ts";

interface Props<Row> {
  register: Register<Row>;
  address: RegistersAddress;
  total: number | undefined;
}

export function ShownCount<Row>({ register, address, total }: Props<Row>) {
  const { t, rich, format } = useText();
  const { search } = address;
  const isCounted = register.name === "premises" && (search.inspection ?? "overdue") === "overdue";
  const params = { ...register.listParams({ ...search, inspection: "overdue" }), limit: 1 };
  const overdue = useQuery({
    queryKey: ["records", register.name, "count", params],
    queryFn: ({ signal }) => listRecords(register.path, register.schema, params, signal),
    enabled: isCounted,
  }).data?.total;
  return (
    <p className="shown-count" aria-live="polite">
      {total !== undefined &&
        rich("registers.shown", { total: format.count(total), noun: t(`registers.noun.${register.name}`) })}
      {isCounted && overdue !== undefined && (
        <>
          {" · "}
          <span className="shown-overdue">
            {rich("registers.shownOverdue", { count: format.count(overdue) })}
          </span>
        </>
      )}
    </p>
  );
}
