import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

/** The document at /api/openapi.json and a page for people at /api/docs, both made from the schemas that validate. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Teabreak')
    .setDescription('Errors are `{ code, message, fields? }`. Live changes come over Socket.IO, see docs/REALTIME.md.')
    .setVersion('1')
    .build();
  // Made on the first visit: it would cost every start.
  const document = () => SwaggerModule.createDocument(app, description, { standardSchemaConverter: fromZod });
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Teabreak API',
  });
}

/** What a transform makes of its input cannot be said in JSON Schema; the input itself can. */
function fromZod(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }): { schema: unknown } | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: schemaType,
    unrepresentable: 'any',
  });
  return { schema: json };
}
