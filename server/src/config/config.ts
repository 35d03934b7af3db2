import type { EmbeddingsEndpoint } from './embeddings-endpoint.js';
import type { Environment } from './environment.js';

/** Everything the server may be told from outside, validated. A class, so that it can be injected by its name. */
export abstract class Config {
  abstract readonly nodeEnv: Environment['NODE_ENV'];
  abstract readonly port: number;
  /** Origin that goes into links, QR codes and mails. No trailing slash. */
  abstract readonly publicUrl: string;
  /** True when people reach the server over https: decides cookie names and HSTS. */
  abstract readonly secure: boolean;
  /** Origins that may send us cookies. A function, because a machine's own addresses change while it runs. */
  abstract readonly allowedOrigins: () => readonly string[];
  /** Embedded database and files. Absolute. */
  abstract readonly dataDir: string;
  /** False when DATA_DIR was not set and the project's own .data is used. */
  abstract readonly dataDirChosen: boolean;
  abstract readonly databaseUrl: string | undefined;
  abstract readonly redisUrl: string | undefined;
  abstract readonly smtpUrl: string | undefined;
  abstract readonly mailFrom: string;
  abstract readonly logLevel: Environment['LOG_LEVEL'];
  /** Key of HMACs and signed links. Generated and kept in dataDir when not given. */
  abstract readonly secretKey: string;
  /** How many reverse proxies stand in front; 0 believes no X-Forwarded-For. */
  abstract readonly trustProxy: number;
  /** Whether everybody may step into the demo event. */
  abstract readonly demo: boolean;
  /** What says how close two texts are in meaning. Undefined: nothing does, and no text leaves. */
  abstract readonly embeddings: EmbeddingsEndpoint | undefined;
  /** The built web application. */
  abstract readonly webDir: string;
}
