"""The record of how a released version's bags were made: when, from which lots, until when they serve, who checked."""
