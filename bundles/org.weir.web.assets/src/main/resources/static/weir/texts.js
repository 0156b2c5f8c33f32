// The few texts that scripts need. The server gives them in the reader's language at <html data-texts="URL">.
const english = {
  'js.close': 'Close',
  'js.remove': 'Remove {0}',
  'js.clear': 'Clear',
  'js.none': 'Nothing found',
  'js.failed': 'That did not work. Nothing was changed.',
  'js.offline': 'The server does not answer. Your input is still here.',
  'js.results': '{0} results',
  'js.filter': 'Filter',
  'js.filter.where': 'Show records where',
  'js.filter.all': 'all',
  'js.filter.any': 'any',
  'js.filter.hold': 'of these hold',
  'js.filter.field': 'Field',
  'js.filter.condition': 'Condition',
  'js.filter.value': 'Value',
  'js.filter.days': 'days',
  'js.filter.add': 'Condition',
  'js.filter.addGroup': 'Group of conditions',
  'js.filter.drop': 'Remove condition',
  'js.filter.dropGroup': 'Remove group',
  'js.filter.show': 'Show',
  'js.filter.cancel': 'Cancel',
  'js.filter.none': 'No condition: everything shows.',
  'js.yes': 'yes',
  'js.no': 'no',
  'js.op.contains': 'contains',
  'js.op.lacks': 'does not contain',
  'js.op.starts': 'starts with',
  'js.op.is': 'is',
  'js.op.isNot': 'is not',
  'js.op.in': 'is one of',
  'js.op.out': 'is none of',
  'js.op.gt': 'is more than',
  'js.op.ge': 'is at least',
  'js.op.lt': 'is less than',
  'js.op.le': 'is at most',
  'js.op.on': 'is on',
  'js.op.after': 'is after',
  'js.op.since': 'is on or after',
  'js.op.before': 'is before',
  'js.op.until': 'is on or before',
  'js.op.last': 'is in the last',
  'js.op.older': 'is longer ago than',
  'js.op.empty': 'is empty',
  'js.op.filled': 'is not empty',
};

let own = {};
const address = document.documentElement.dataset.texts;

/** Settles when the reader's texts are there. */
export const ready = address
  ? fetch(address).then((r) => (r.ok ? r.json() : {})).then((j) => { own = j; }, () => {})
  : Promise.resolve();

/** The text of a key with {0}, {1}, … filled in. */
export function t(key, ...args) {
  const text = own[key] ?? english[key] ?? key;
  return text.replaceAll("''", "'").replace(/\{(\d+)\}/g, (_, n) => args[n] ?? '');
}
