/** Reads what a git repository has stored, without running git: commits, trees and files by their names. It writes nothing and executes nothing. */
@NullMarked
package dev.envgate.git;

import org.jspecify.annotations.NullMarked;
