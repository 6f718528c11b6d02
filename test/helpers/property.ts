import fc from 'fast-check';

// A failure is told within the time that a test has, with what it was shrunk to by then.
fc.configureGlobal({interruptAfterTimeLimit: 30_000});

export default fc;
