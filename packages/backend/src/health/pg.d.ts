/** The few things of node-postgres that the readiness check needs. */
declare module 'pg' {
  export class Client {
    constructor(options: object | string);
    connect(): Promise<void>;
    query(text: string): Promise<unknown>;
    end(): Promise<void>;
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
