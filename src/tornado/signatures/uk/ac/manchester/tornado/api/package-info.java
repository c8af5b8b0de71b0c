/**
 * Signatures of that part of TornadoVM's API (5.2.0) which the GPU backend uses, without what they do. Every build compiles
 * the backend against them, so that an operation it lacks, or a change around it, is seen without an SDK. They are in no
 * jar and on no class path of a running program.
 */
package uk.ac.manchester.tornado.api;
