/** The table with its foot, and what it shows while it loads, when nothing matches, and when it failed. */

import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import type { Selection } from "react-aria-components";
import type { Page } from "../api/records.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/states.tsx";
import { Pager } from "./pager.tsx";
import type { Register, RowContext } from "./register.ts";
import { RegisterTable } from "./register-table.tsx";
import type { RegistersAddress } from "./use-registers-address.ts";

interface Props<Row> {
  register: Register<Row>;
  address: RegistersAddress;
  context: RowContext;
  list: { data: Page<Row> | undefined; error: unknown; isPlaceholderData: boolean; refetch: () => unknown };
  selected: Selection;
  selectedIds: readonly string[];
  onSelect: (selected: Selection) => void;
  onDelete: () => void;
}

export function RegisterRows<Row>(props: Props<Row>) {
  const { register, address, context, list, selected, selectedIds, onSelect } = props;
  const { t, rich, format } = context.text;
  const noun = t(`registers.noun.${register.name}`);
  const { data: page } = list;
  const [onlyId] = selectedIds.length === 1 ? selectedIds : [];

  if (list.error && !page)
    return (
      <div className="register-rows">
        <ErrorState
          what={t("registers.failed", { noun })}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Delete works on the rows selected inside, which are focusable
    <section
      className="register-rows"
      onKeyDown={(event) => {
        if (event.key === "Delete" && selectedIds.length > 0) props.onDelete();
      }}
    >
      <div className="register-scroll" aria-busy={list.isPlaceholderData || !page}>
        {!page ? (
          <Skeleton lines={8} height={34} />
        ) : page.items.length === 0 ? (
          <EmptyState
            sentence={t(address.hasFilter ? "registers.empty" : "registers.emptyRegister", { noun })}
            action={
              address.hasFilter ? (
                <Button onPress={address.clearFilter}>{t("registers.filter.clear")}</Button>
              ) : (
                <Link className="button button-plain" to="/nhap-tep">
                  {t("registers.importFile")}
                </Link>
              )
            }
          />
        ) : (
          <RegisterTable
            register={register}
            rows={page.items}
            context={context}
            address={address}
            selected={selected}
            onSelect={onSelect}
          />
        )}
      </div>
      <footer className="register-foot">
        {selectedIds.length > 0 && (
          <>
            <span>{rich("registers.selected", { count: format.count(selectedIds.length) })}</span>
            <Button look="quiet" onPress={props.onDelete}>
              <Trash2 size={15} strokeWidth={1.7} aria-hidden />
              {t("registers.selected.delete")}
            </Button>
            {onlyId && register.name === "premises" && (
              <Link className="button button-quiet" to="/vung-phu" search={{ why: `premises:${onlyId}` }}>
                {t("registers.selected.why")}
              </Link>
            )}
          </>
        )}
        <Pager
          address={address}
          shown={page?.items.length ?? 0}
          total={page?.total ?? 0}
          nextCursor={page?.nextCursor ?? null}
        />
      </footer>
    </section>
  );
}
