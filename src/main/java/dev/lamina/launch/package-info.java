/**
 * The Java processes that Lamina starts for itself: which one a backend needs, and its command line.
 *
 * <pre>
 *   BackendName ─ BackendJvm ─▶ ChildJvm ─▶ command line: this Java, its options, the class path, the program
 *                    └ tornado: TornadoSdk (TORNADOVM_HOME) ─ TornadoOptions ─▶ the virtual machine's options
 *   ProcessImage, execv ─▶ the same process with another program; Launcher: a child that ends with its parent
 *   Pretense ─▶ options and variables by which everything measured takes this processor for a narrower one
 *   DeviceListing ─ lamina devices in such a process ─▶ DeviceDescription
 * </pre>
 *
 * TornadoVM works only in a virtual machine that was started with its options, so it has one of its own; that also keeps
 * a crash of a driver away from the caller. Native memory is used here for
 * the words of execv alone. Uses backend and file.
 */
@NullMarked
package dev.lamina.launch;

import org.jspecify.annotations.NullMarked;
