/** Something that `serve` starts, and stops again. */
export interface Service {
  name: string;
  /** Says where it answers, once it does. */
  start(): Promise<string>;
  stop(): Promise<void>;
}
