/** The shield with the flame. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path fill="#a32018" d="M12 1 2.5 4v8.2c0 5 3.9 8.6 9.5 10.8 5.6-2.2 9.5-5.8 9.5-10.8V4z" />
      <path
        fill="#fff"
        d="M12.4 5.2c.4 2.6 3.9 4 3.9 7.9a4.3 4.3 0 0 1-8.6 0c0-1.7.8-2.9 1.6-3.6.1 1 .5 1.6 1.1 1.9-.2-2.4.4-4.7 2-6.2z"
      />
    </svg>
  );
}
