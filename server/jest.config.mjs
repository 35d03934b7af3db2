/** ES-module mode: run with NODE_OPTIONS=--experimental-vm-modules. */
export default {
  testEnvironment: '<rootDir>/test/test-environment.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/bench'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@teabreak/shared$': '<rootDir>/../shared/src/index.ts',
    '^@teabreak/shared/(.*)$': '<rootDir>/../shared/src/$1.ts',
    // Its ES modules import JSON in a way that Jest complains about, file by file.
    '^libphonenumber-js$': '<rootDir>/node_modules/libphonenumber-js/index.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  // Modules in a VM are not all let go of when a file is done; a worker that has grown is replaced before its collector takes over.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  // A machine that does other work as well may stand still for seconds.
  testTimeout: 300_000,
};
