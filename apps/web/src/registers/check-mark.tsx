/** The box of a checkbox: empty, ticked, or a dash for some of many. */
export function CheckMark() {
  return (
    <svg className="check-mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="3.5" />
      <path className="check-tick" d="M4 8.2l2.8 2.8L12.2 5.4" />
      <path className="check-dash" d="M4.5 8h7" />
    </svg>
  );
}
