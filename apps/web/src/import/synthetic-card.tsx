/** Says that illustrative data is loaded, and takes it out before real data comes in. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api/http.ts";
import { useProject } from "../api/project.ts";
import { useText } from "../i18n/use-text.ts";
import { Button } from "../ui/button.tsx";

export function SyntheticCard() {
  const { t, format } = useText();
  const queryClient = useQueryClient();
  const { data: project } = useProject();
  const [isAsking, setIsAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => request("/api/project/synthetic-records", { method: "DELETE" }),
    onSuccess: () => queryClient.resetQueries(),
    onSettled: () => setIsAsking(false),
  });
  if (!project?.isSynthetic) return null;

  const count = project.layers.reduce((sum, layer) => sum + (layer.isSynthetic ? layer.count : 0), 0);
  return (
    <section className="import-card" aria-labelledby="synthetic-card-title">
      <h2 id="synthetic-card-title">{t("import.synthetic")}</h2>
      <p>{t(isAsking ? "import.syntheticAsk" : "import.syntheticLead", { count: format.count(count) })}</p>
      <p className="import-actions">
        {isAsking ? (
          <>
            <Button look="primary" isDisabled={removal.isPending} onPress={() => removal.mutate()}>
              {t(removal.isPending ? "import.syntheticRemoving" : "import.syntheticYes")}
            </Button>
            <Button isDisabled={removal.isPending} onPress={() => setIsAsking(false)}>
              {t("import.syntheticNo")}
            </Button>
          </>
        ) : (
          <Button onPress={() => setIsAsking(true)}>{t("import.syntheticRemove")}</Button>
        )}
      </p>
      {removal.isError && (
        <p role="alert" className="import-fault">
          {t("import.syntheticFailed")}
        </p>
      )}
    </section>
  );
}
