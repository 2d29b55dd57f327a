"""Half-filled forms of the app, so that a crash loses nothing."""

from desens.records.sketches import Sketch


class ProcedureSketch(Sketch):
    """A form of the app as it is being typed; `form` names which, `subject_code` the patient and what it is about."""

    class Meta(Sketch.Meta):
        pass
