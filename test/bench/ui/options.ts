import { parseArgs } from 'node:util';

export interface UiBenchOptions {
  baseUrl: string;
  /** What runs there, for the report. */
  kind: string;
  repetitions: number;
  /** Name of the environment's entity in the namespace `default`. */
  environment: string;
  /** Label of the button on the sign-in page. */
  signIn: string;
}

/** @throws Error that names the argument and what it takes */
export function readOptions(argv: string[]): UiBenchOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean', default: false },
      'base-url': { type: 'string' },
      kind: { type: 'string', default: 'a portal that ran already' },
      repetitions: { type: 'string' },
      environment: { type: 'string', default: 'payments-production' },
      'sign-in': { type: 'string', default: 'Sign in as Guest of Payments' },
    },
  });
  const baseUrl = values['base-url'] ?? '';
  if (!URL.canParse(baseUrl)) {
    throw new Error(
      `--base-url ${JSON.stringify(baseUrl)} is not an address; write it like http://localhost:3000`,
    );
  }
  const repetitions = Number(values.repetitions ?? (values.quick ? 2 : 7));
  if (!Number.isInteger(repetitions) || repetitions < 1 || repetitions > 100) {
    throw new Error(
      `--repetitions ${values.repetitions} is not a whole number from 1 to 100`,
    );
  }
  return {
    baseUrl,
    kind: values.kind,
    repetitions,
    environment: values.environment,
    signIn: values['sign-in'],
  };
}
