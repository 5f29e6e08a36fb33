/** Where a command writes to; tests pass their own. */
export interface Output {
  out: (text: string) => void;
  error: (text: string) => void;
}
