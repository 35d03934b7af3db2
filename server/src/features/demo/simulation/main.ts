import { Evening } from './evening.js';
import type { Order } from './order.js';

/** Started by the server. Ends with the evening, and with the server, however that ended. */
process.once('disconnect', () => process.exit(0));
process.once('message', (order: Order) => {
  new Evening(order).run().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`The demo's simulation ended: ${String(error)}\n`);
      process.exit(1);
    },
  );
});
