/** Run with NODE_OPTIONS=--experimental-vm-modules: the app is made of ES modules and so are its tests. */
export default {
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/test/jest-css-module.mjs',
    // Vite lists the locale files at build time; tests list them from the disk.
    '(.*/)?locale-files\\.js$': '<rootDir>/test/locale-files.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  // A machine that does other work as well may stand still for seconds.
  testTimeout: 180_000,
};
