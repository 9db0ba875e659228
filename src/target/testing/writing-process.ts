/** A process that fills a ledger as fast as it can: path, name and number of changes are its arguments. */
import { openLedger } from '../ledger';

const [path = '', name = '', changes = ''] = process.argv.slice(2);
const ledger = openLedger(path);
const email = `${name}@example.test`;
for (let change = 0; change < Number(changes); change += 1) {
  ledger.proposed(email, `${name} ${change}`);
  ledger.settled(email, `${name} ${change}`);
}
