import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/u, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
};

const origin = url('http:', 'https:').refine(
  (text) => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/u, ''),
  { error: 'must be an origin such as https://tea.example.org, without path, query or user name' },
);

const endpoint = url('http:', 'https:').refine(
  (text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '',
  { error: 'must hold no user name or password; EMBEDDINGS_KEY is for what opens it' },
);

/** Goes into a header or a question as it is. */
const plainLine = (max: number) =>
  z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${max}}$`, 'u'), {
    error: `must be at most ${max} letters, digits and signs without spaces`,
  });

/** One schema per variable. An empty value counts as not set. */
export const EnvironmentSchema = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  BASE_URL: origin.optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/u, {
      error: 'must be a mail address such as Teabreak <tea@example.org>',
    })
    .default('Teabreak <teabreak@localhost>'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test' })
    .default('production'),
  SECRET_KEY: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  EMBEDDINGS_URL: endpoint.optional(),
  EMBEDDINGS_KEY: plainLine(1000).optional(),
  EMBEDDINGS_MODEL: plainLine(200).default('text-embedding-3-small'),
  DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});
export type Environment = z.output<typeof EnvironmentSchema>;
