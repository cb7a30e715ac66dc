/** What works cost: the prices that the fixes are reckoned with. */
import { defaultUnitPrices, type UnitPriceName, type UnitPrices } from "@firecover/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { request } from "../api/http.ts";
import { unitPricesPath, unitPricesQuery, versionedPrices } from "../api/unit-prices.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";
import { ErrorState, Skeleton } from "../ui/states.tsx";
import { AssumptionChip } from "../why/clause-link.tsx";
import { focusFaultyField } from "./faulty-field.ts";
import { NumberInput } from "./number-input.tsx";

export function UnitPricesForm() {
  const { t } = useText();
  const queryClient = useQueryClient();
  const form = useRef<HTMLElement>(null);
  const stored = useQuery(unitPricesQuery);
  const [draft, setDraft] = useState<UnitPrices | null>(null);
  const save = useMutation({
    mutationFn: async (prices: UnitPrices) =>
      versionedPrices(
        await request(unitPricesPath, {
          method: "PUT",
          headers: { "content-type": "application/json", "if-match": stored.data!.etag },
          body: JSON.stringify(prices),
        }),
      ),
    onSuccess: (saved) => {
      queryClient.setQueryData(unitPricesQuery.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ["analysis"] });
      setDraft(null);
    },
  });
  if (stored.error)
    return (
      <ErrorState what={t("standards.prices")} error={stored.error} onRetry={() => void stored.refetch()} />
    );
  if (!stored.data) return <Skeleton lines={8} height={34} />;
  const prices = draft ?? stored.data.prices;
  const names = Object.keys(defaultUnitPrices) as UnitPriceName[];
  return (
    <section ref={form} className="standards-group standards-prices">
      <h3>{t("standards.prices")}</h3>
      <p className="caption">{t("standards.pricesLead")}</p>
      <dl>
        {names.map((name) => (
          <div key={name} className="standards-row">
            <dt>
              <NumberInput
                label={t(`standards.price.${name}`)}
                unit={t("standards.unit.million")}
                value={prices[name].value}
                isReadOnly={false}
                onChange={(value) =>
                  value !== null && setDraft({ ...prices, [name]: { ...prices[name], value } })
                }
              />
            </dt>
            <dd className="caption">
              {prices[name].basis === "law" && prices[name].clause ? prices[name].clause : <AssumptionChip />}
            </dd>
          </div>
        ))}
      </dl>
      {save.error && (
        <ErrorState
          what={t("standards.prices")}
          error={save.error}
          onRetry={() => {
            save.reset();
            void stored.refetch();
          }}
        />
      )}
      <div className="standards-actions">
        <Button
          look="primary"
          isDisabled={!draft || save.isPending}
          onPress={() => draft && !focusFaultyField(form.current) && save.mutate(draft)}
        >
          {t("standards.savePrices")}
        </Button>
        {draft && <Button onPress={() => setDraft(null)}>{t("standards.undo")}</Button>}
        {save.isSuccess && !draft && <output className="caption">{t("standards.saved")}</output>}
      </div>
    </section>
  );
}
