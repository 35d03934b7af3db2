import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { invalidInput } from './schema-issues.js';

/** Validates `@Body({ schema })`, `@Param({ schema })`, `@Query({ schema })`; all our schemas are Zod's, and so are the issues. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => invalidInput(issues as unknown as z.core.$ZodIssue[]),
  });
}
