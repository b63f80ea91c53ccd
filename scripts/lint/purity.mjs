const WAY_OUT = 'take the time as a parameter: the one who calls knows it, and a test can fix it.';

/** Lint rule: no reading of the clock by `new Date()` or `Date()`; what a pure function needs is a parameter. */
const noClock = {
  create(context) {
    const isDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date';
    return {
      NewExpression(node) {
        if (isDate(node) && node.arguments.length === 0) {
          context.report({ node, message: `new Date() reads the clock; ${WAY_OUT}` });
        }
      },
      CallExpression(node) {
        if (isDate(node)) context.report({ node, message: `Date() reads the clock; ${WAY_OUT}` });
      },
    };
  },
};

export default { meta: { name: 'purity' }, rules: { 'no-clock': noClock } };
