/** Version of the arithmetic: raised whenever the same inputs may give other numbers. */
export const engineVersion = "1.3.0";
